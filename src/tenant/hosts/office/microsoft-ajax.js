// office.js expects Microsoft's ASP.NET AJAX library (MicrosoftAjax.js) on the page and fetches it from a
// CDN when it is missing. The local tenant has no network to rely on, so this stands in for the few names office.js
// touches (found by reading office.js and outlook-web-16.01.js of npm's @microsoft/office-js 1.1.110). Plain script, loaded before office.js.
(function (page) {
  'use strict';
  if (page.Sys && page.Type) return;

  page.Type = Function;
  Function.prototype.registerClass = function (name) {
    this.__typeName = name;
    return this;
  };
  Function.registerClass = function () {};
  Function.registerNamespace = function (path) {
    path.split('.').reduce(function (holder, name) {
      return (holder[name] = holder[name] || {});
    }, page);
  };
  Function.getName = Function.prototype.getName = function () {
    return this.__typeName || this.name || '';
  };
  // The original compares arguments with their description; office.js only asks whether there is an error.
  Function._validateParams = function () {
    return null;
  };

  function StringBuilder(first) {
    this.parts = first === undefined ? [] : [String(first)];
  }
  StringBuilder.prototype.append = function (text) {
    this.parts.push(String(text));
    return this;
  };
  StringBuilder.prototype.toString = function () {
    return this.parts.join('');
  };

  function fault(name) {
    return function () {
      const error = new Error('Sys.' + name + 'Exception: ' + Array.from(arguments).filter(Boolean).join(', '));
      error.name = 'Sys.' + name + 'Exception';
      return error;
    };
  }
  Error.argument = fault('Argument');
  Error.argumentNull = fault('ArgumentNull');
  Error.argumentOutOfRange = fault('ArgumentOutOfRange');
  Error.argumentType = fault('ArgumentType');
  Error.argumentUndefined = fault('ArgumentUndefined');
  Error.create = fault('Script');
  Error.invalidOperation = fault('InvalidOperation');
  Error.notImplemented = fault('NotImplemented');
  Error.parameterCount = fault('ParameterCount');

  String.format = function (pattern) {
    const values = Array.prototype.slice.call(arguments, 1);
    return pattern.replace(/\{(\d+)\}/g, function (whole, index) {
      return index in values ? String(values[index]) : whole;
    });
  };

  page.Sys = {
    StringBuilder: StringBuilder,
    Debug: { trace: function () {} },
    Serialization: {
      JavaScriptSerializer: {
        serialize: function (value) {
          return JSON.stringify(value);
        },
        deserialize: function (text) {
          return JSON.parse(text);
        },
      },
    },
  };
})(window);
