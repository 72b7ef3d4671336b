// Microsoft's CDN copy of office.js puts window.nestedAppAuthBridge on the page; npm's copy (no longer kept up by Microsoft) has
// no nested app authentication at all. This adds the same object and speaks the same wire as the bridge Microsoft publishes
// for that purpose in teams-js (private/nestedAppAuth/nestedAppAuthBridge 1.0.1): `nestedAppAuth.execute` to window.top,
// the answer's args[1] is the response as JSON. Plain script, loaded after office.js.
(function (page) {
  'use strict';
  if (page.parent === page || page.nestedAppAuthBridge) return;
  const fragment = decodeURIComponent(page.location.hash);
  if (fragment.indexOf('&_naa=0') >= 0) return;
  const xdm = /_xdm_Info=([^|]*)\|([^|]*)\|(https:\/\/[^|&]+)/.exec(fragment);
  const ancestor = page.location.ancestorOrigins && page.location.ancestorOrigins[0];
  const hostOrigin = xdm ? new URL(xdm[3]).origin : ancestor;
  if (!hostOrigin || hostOrigin.indexOf('https://') !== 0) return;

  const listeners = new Map();

  page.nestedAppAuthBridge = {
    addEventListener: function (type, listener) {
      if (type !== 'message' || listeners.has(listener)) return;
      const heard = function (event) {
        if (event.origin !== hostOrigin || event.source !== page.top || typeof event.data !== 'object' || event.data === null) return;
        const text = Array.isArray(event.data.args) ? event.data.args[1] : undefined;
        if (typeof text !== 'string') return;
        let response;
        try {
          response = JSON.parse(text);
        } catch {
          return;
        }
        if (response && response.messageType === 'NestedAppAuthResponse') listener(text);
      };
      listeners.set(listener, heard);
      page.addEventListener('message', heard);
    },
    removeEventListener: function (type, listener) {
      const heard = listeners.get(listener);
      if (type !== 'message' || !heard) return;
      page.removeEventListener('message', heard);
      listeners.delete(listener);
    },
    postMessage: function (text) {
      const request = JSON.parse(text);
      if (!request || request.messageType !== 'NestedAppAuthRequest') return;
      const now = Date.now();
      page.top.postMessage(
        {
          id: request.requestId,
          uuid: crypto.randomUUID(),
          func: 'nestedAppAuth.execute',
          timestamp: now,
          monotonicTimestamp: now,
          apiVersionTag: 'v2_nestedAppAuth.execute',
          args: [],
          data: text,
        },
        hostOrigin,
      );
    },
  };
})(window);
