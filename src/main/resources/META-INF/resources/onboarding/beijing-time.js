// Camunda's web applications show and ask for times in the browser's zone, by four different libraries. Times here are
// Beijing's wherever one sits: what the browser calls local becomes UTC+8 (without the summer times of 1986 to 1991).

const SHIFT = 8 * 60 * 60 * 1000;
const ZONE = 'Asia/Shanghai';

/** Whether the browser keeps other clocks; where it is at home nothing is changed. */
const abroad = new Intl.DateTimeFormat().resolvedOptions().timeZone !== ZONE;

if (abroad) moveClocks();

function moveClocks() {
  const Clock = Date;
  const {prototype} = Clock;
  const local = ['FullYear', 'Month', 'Date', 'Hours', 'Minutes', 'Seconds', 'Milliseconds'].map(part => prototype[`get${part}`]);

  for (const part of ['FullYear', 'Month', 'Date', 'Day', 'Hours', 'Minutes', 'Seconds', 'Milliseconds']) {
    const there = prototype[`getUTC${part}`];
    prototype[`get${part}`] = function () {
      return there.call(new Clock(this.getTime() + SHIFT));
    };
    const moved = prototype[`setUTC${part}`];
    if (moved) {
      prototype[`set${part}`] = function (...values) {
        const moving = new Clock(this.getTime() + SHIFT);
        moved.apply(moving, values);
        return this.setTime(moving.getTime() - SHIFT);
      };
    }
  }
  prototype.getTimezoneOffset = () => -SHIFT / 60000;
  for (const name of ['toLocaleString', 'toLocaleDateString', 'toLocaleTimeString']) {
    const said = prototype[name];
    prototype[name] = function (language, how) {
      return said.call(this, language, {timeZone: ZONE, ...how});
    };
  }

  /** A text without a zone is Beijing's. */
  const read = text => {
    if (/^\d{4}-\d\d-\d\d[T ][\d:.]+$/.test(text)) return Clock.parse(`${text.replace(' ', 'T')}+08:00`);
    const instant = Clock.parse(text);
    if (Number.isNaN(instant) || /(?:Z|UTC|GMT|[+-]\d\d:?\d\d)\s*(?:\(.*\))?$/i.test(text) || /^[+-]?\d{4,6}(?:-\d\d){0,2}$/.test(text)) return instant;
    const typed = new Clock(instant);
    return Clock.UTC(...local.map(part => part.call(typed))) - SHIFT;
  };
  const instantOf = parts => {
    if (parts.length > 1) return Clock.UTC(...parts) - SHIFT;
    return typeof parts[0] === 'string' ? read(parts[0]) : parts[0];
  };
  window.Date = new Proxy(Clock, {
    construct: (target, parts, made) => Reflect.construct(target, parts.length ? [instantOf(parts)] : [], made === window.Date ? target : made),
    apply: () => new Clock().toString(),
    get: (target, name) => (name === 'parse' ? read : Reflect.get(target, name)),
  });
  prototype.constructor = window.Date;

  const Format = Intl.DateTimeFormat;
  const inZone = ([language, how]) => [language, {timeZone: ZONE, ...how}];
  Intl.DateTimeFormat = new Proxy(Format, {
    construct: (target, asked) => Reflect.construct(target, inZone(asked)),
    apply: (target, _, asked) => new Format(...inZone(asked)),
  });
}
