// @ts-check
/**
 * Says on a card whether a service is open, in UK time wherever the reader's device is.
 *
 * Every fact comes from the page: hours from data-hours, words and bank holidays from #opening. Nothing is stored,
 * nothing is sent, and where anything is not known for certain nothing is said. Without this script the card shows
 * the hours in words.
 *
 * @typedef {{days: string, opens: number, closes: number}} Period
 * @typedef {{date: string, weekday: number, minute: number}} Moment
 * @typedef {{words: Record<string, string>, days: string[], times: Record<string, string>,
 *   from?: string, until?: string, holidays: string[], unsure: string[]}} Data
 */
(() => {
  "use strict";

  const DAY = 86400000;

  /** @param {string} code @returns {{periods: Period[], onHolidays: string}} */
  function read(code) {
    const [parts, onHolidays] = code.split(/ (?=[a-z])/);
    const periods = parts.split(";").map((part) => {
      const [days, opens, closes] = part.split(" ");
      return { days, opens: Number(opens), closes: Number(closes) };
    });
    return { periods, onHolidays };
  }

  /** The date, weekday (1 is Monday) and minute in London. @param {number} time @returns {Moment} */
  function inLondon(time) {
    /** @type {Record<string, string>} */
    const part = {};
    const format = new Intl.DateTimeFormat("en-GB", {
      timeZone: "Europe/London", hourCycle: "h23",
      year: "numeric", month: "2-digit", day: "2-digit", hour: "2-digit", minute: "2-digit",
    });
    for (const { type, value } of format.formatToParts(time)) part[type] = value;
    const date = `${part.year}-${part.month}-${part.day}`;
    return { date, weekday: weekdayOf(date), minute: Number(part.hour) * 60 + Number(part.minute) };
  }

  /** A date without a time is read in UTC, where each day has 24 hours. @param {string} date */
  function weekdayOf(date) {
    return new Date(date).getUTCDay() || 7;
  }

  /** The day so many days later. @param {string} date @param {number} count */
  function later(date, count) {
    return new Date(Date.parse(date) + count * DAY).toISOString().slice(0, 10);
  }

  /**
   * The opening times of a day, in order; null when they are not known for certain.
   * @param {{periods: Period[], onHolidays: string}} hours @param {string} date @param {Data} data
   */
  function periodsOn(hours, date, data) {
    if (hours.onHolidays !== "open") {
      if (!data.from || !data.until || date < data.from || date > data.until) return null;
      if (data.holidays.includes(date)) return hours.onHolidays === "closed" ? [] : null;
    }
    const weekday = String(weekdayOf(date));
    const periods = hours.periods.filter((period) => period.days.includes(weekday)).sort((one, other) => one.opens - other.opens);
    if (periods.length && hours.onHolidays !== "open" && data.unsure.includes(date)) return null;
    return periods;
  }

  /**
   * What to say of a service at one moment; an empty text says nothing.
   * @param {string} code @param {number} time @param {Data} data
   */
  function said(code, time, data) {
    const hours = read(code);
    const now = inLondon(time);
    const today = periodsOn(hours, now.date, data);
    if (!today) return data.holidays.includes(now.date) ? data.words.bank_holiday_today : "";
    const open = today.find((period) => period.opens <= now.minute && now.minute < period.closes);
    return open ? untilWords(hours, now.date, open, data) : nextWords(hours, now, data);
  }

  /**
   * Opening that goes on past midnight closes on a later day.
   * @param {{periods: Period[], onHolidays: string}} hours @param {string} date @param {Period} open @param {Data} data
   */
  function untilWords(hours, date, open, data) {
    let closes = open.closes;
    for (let count = 1; closes === 1440; count += 1) {
      const next = (periodsOn(hours, later(date, count), data) || []).find((period) => period.opens === 0);
      if (!next) break;
      if (count > 7) return data.words.open_all;
      closes = next.closes;
    }
    return data.words.open_until.replace("{time}", data.times[closes]);
  }

  /**
   * @param {{periods: Period[], onHolidays: string}} hours @param {Moment} now @param {Data} data
   */
  function nextWords(hours, now, data) {
    for (let count = 0; count <= 7; count += 1) {
      const date = later(now.date, count);
      const periods = periodsOn(hours, date, data);
      if (!periods) break;
      const next = periods.find((period) => count > 0 || period.opens > now.minute);
      if (next) {
        const words = data.words[["opens_today", "opens_tomorrow"][count] || "opens_on"];
        return words.replace("{time}", data.times[next.opens]).replace("{day}", data.days[weekdayOf(date) - 1]);
      }
    }
    return data.words.closed_now;
  }

  /** @param {Data} data */
  function show(data) {
    for (const place of document.querySelectorAll("[data-hours]")) {
      let words = "";
      try {
        words = said(place.getAttribute("data-hours") || "", Date.now(), data);
      } catch {
        // A browser that does not know London's time says nothing.
      }
      let line = place.querySelector(".open-now");
      if (!line && words) {
        line = document.createElement("strong");
        line.className = "open-now";
        place.prepend(line);
      }
      if (line && line.textContent !== words) line.textContent = words;
    }
  }

  const source = document.getElementById("opening");
  if (!source) return;
  /** @type {Data} */
  const data = JSON.parse(source.textContent || "");
  const again = () => {
    show(data);
    setTimeout(again, 60000 - (Date.now() % 60000));
  };
  again();
  document.addEventListener("visibilitychange", () => show(data));
  addEventListener("pageshow", () => show(data));
})();
