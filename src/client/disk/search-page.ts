/** The search page of a copy on a disk. */
import './keep-address.ts';
import '../search-page.ts';
