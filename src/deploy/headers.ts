/** Headers that every answer of a site carries. Mozilla's Observatory asks for these. */
import { headerPolicy, REFERRER_POLICY } from '../formats/content-policy.ts';
import type { SiteFacts } from './site-facts.ts';

/** What no page of an archive needs. */
const UNUSED_FEATURES = ['accelerometer', 'camera', 'display-capture', 'geolocation', 'gyroscope', 'magnetometer', 'microphone', 'midi', 'payment', 'usb'];

export function securityHeaders({ inlineScripts }: Pick<SiteFacts, 'inlineScripts'>): readonly (readonly [name: string, value: string])[] {
  return [
    ['Content-Security-Policy', headerPolicy(inlineScripts)],
    // Browsers heed it over https only. A year, as the list of browsers asks.
    ['Strict-Transport-Security', 'max-age=31536000'],
    ['X-Content-Type-Options', 'nosniff'],
    ['X-Frame-Options', 'DENY'],
    ['Referrer-Policy', REFERRER_POLICY],
    ['Permissions-Policy', UNUSED_FEATURES.map((feature) => `${feature}=()`).join(', ')],
    ['Cross-Origin-Opener-Policy', 'same-origin'],
  ];
}
