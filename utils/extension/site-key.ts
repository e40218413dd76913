/** Where a site's memory stands in `storage.local`; apart, for the glance, which asks one thing of it on every page. */

export const SITE_PREFIX = 'site:';

/** @param host as in `location.host`: with a port where there is one */
export const siteKey = (host: string) => `${SITE_PREFIX}${host}`;
