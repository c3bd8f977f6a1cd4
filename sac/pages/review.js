// The review page: shows a photograph by tiles, sends clicks to the server, and shows the state that it returns.
// Coordinates are pixels of the photograph, unless a name says `screen`.
"use strict";

const $ = id => document.getElementById(id);
const canvas = $("canvas"), pen = canvas.getContext("2d");
const WINDOW = Math.random().toString(36).slice(2); // name of this browser window
const TEXT = {todo: "to do", reviewed: "reviewed", skipped: "skipped"};
const HINTS = {
  select: "Click a crack to reject it. Click a blue one to take it back.",
  trace: "Click both ends of a missed crack, and bends between.",
  erase: "Draw over pixels that are no crack.",
  split: "Draw a line across a crack.",
  join: "Click two cracks that are one.",
};

let folder = null;        // what the server says of all photographs
let photo = null;         // what it says of the open one
let view = {x: 0, y: 0, zoom: 1}; // photograph pixel at the canvas's corner; screen pixels per photograph pixel
let tool = "select";
let points = [];          // clicks or stroke of the tool in use
let shown = true;         // whether the marks are shown
let focused = null;       // the crack that was chosen in the table
let waiting = 0;          // requests that the server has not answered

// ---- server -------------------------------------------------------------------------------------------------------

async function ask(path, body) {
  const options = body === undefined ? {} :
    {method: "POST", headers: {"Content-Type": "application/json"}, body: JSON.stringify(body)};
  const response = await fetch("api/" + path, options);
  const answer = await response.json().catch(() => ({error: response.statusText}));
  if (!response.ok) throw Object.assign(new Error(answer.error || "The server did not answer."), answer);
  return answer;
}

function notice(id, text, action) {
  let box = $("notice-" + id);
  if (!text) { box?.remove(); return; }
  if (!box) {
    box = document.createElement("div");
    box.id = "notice-" + id;
    $("notices").append(box);
  }
  if (box.dataset.text === text) return;
  box.dataset.text = text;
  box.replaceChildren(Object.assign(document.createElement("span"), {textContent: text}));
  const close = document.createElement("button");
  close.textContent = action?.label || "Close";
  close.onclick = () => { box.remove(); action?.run(); };
  box.append(close);
}

let queue = Promise.resolve(); // changes are sent one after the other, so that each has the current revision

function act(request) {
  const name = photo?.name;
  queue = queue.then(() => send(name, request));
  return queue;
}

async function send(name, request) {
  if (!photo || photo.name !== name) return false;
  waiting += 1;
  $("busy").hidden = false;
  try {
    const state = await ask("act", {name, revision: photo.revision, request});
    notice("message", "");
    if (photo?.name === name) setPhoto(state, state.changed);
    return true;
  } catch (error) {
    notice("message", error.message[0].toUpperCase() + error.message.slice(1) + ".");
    if (error.conflict) await open(name, true);
    return false;
  } finally {
    waiting -= 1;
    $("busy").hidden = !waiting;
    document.body.dataset.sent = 1 + +(document.body.dataset.sent || 0);
  }
}

async function refresh() {
  try {
    folder = await ask("photos?window=" + WINDOW);
  } catch (error) {
    notice("server", "The server cannot be reached. Nothing is lost: start it again, and this page continues.");
    return;
  }
  notice("server", "");
  notice("others", folder.others ? "This report is also open in another window. Changes made there are not overwritten." : "");
  notice("report", folder.error);
  showFolder();
  showLearning();
}

// ---- photographs --------------------------------------------------------------------------------------------------

async function open(name, keepView) {
  waiting += 1;
  $("busy").hidden = false;
  try {
    const state = await ask("photo/" + encodeURIComponent(name));
    const same = photo?.name === name;
    points = [];
    focused = null;
    setPhoto(state, null);
    if (!same || !keepView) fit();
    history.replaceState(null, "", "#" + encodeURIComponent(name));
  } catch (error) {
    notice("message", `${name}: ${error.message}`);
  } finally {
    waiting -= 1;
    $("busy").hidden = !waiting;
  }
  document.body.classList.remove("list");
  showFolder();
}

function setPhoto(state, changed) {
  const other = photo?.name !== state.name;
  photo = state;
  if (other) tiles.clear();
  else outdate(changed);
  const row = folder?.photos.find(p => p.name === state.name);
  if (row) row.status = state.status;
  showPhoto();
  showFolder();
  draw();
}

function step(by, todo) {
  const list = folder.photos.filter(p => !p.error);
  const here = list.findIndex(p => p.name === photo?.name);
  for (let i = 1; i <= list.length; i++) {
    const next = list[(here + by * i + list.length * i) % list.length];
    if (!todo || next.status === "todo") { open(next.name); return true; }
  }
  return false;
}

async function setStatus(status) {
  if (!await act({do: "status", status})) return;
  await refresh();
  if (!step(1, true)) notice("message", "All photographs are reviewed or skipped. The report shows the corrected cracks.");
}

function showFolder() {
  if (!folder) return;
  const done = folder.photos.filter(p => p.status !== "todo").length;
  $("bar").style.width = 100 * done / Math.max(folder.photos.length, 1) + "%";
  $("count").textContent = `${done} of ${folder.photos.length}` + (innerWidth > 800 ? " done" : "");
  $("progress").dataset.pending = folder.pending;
  const list = folder.photos.map(p => {
    const button = document.createElement("button");
    button.className = p.error ? "error" : p.status;
    button.title = p.error || `${p.name}: ${TEXT[p.status]}`;
    button.setAttribute("aria-pressed", p.name === photo?.name);
    const mark = Object.assign(document.createElement("span"), {className: "mark"});
    mark.textContent = p.error ? "" : {reviewed: "✓", skipped: "–", todo: ""}[p.status];
    const label = Object.assign(document.createElement("span"), {textContent: p.name});
    const count = Object.assign(document.createElement("small"), {textContent: p.error ? "unreadable" : p.cracks});
    button.append(mark, label, count);
    button.disabled = Boolean(p.error);
    button.onclick = () => open(p.name);
    return button;
  });
  $("photos").replaceChildren(...list);
}

function measures(crack) {
  const scale = photo.mm_per_pixel || 1, mm = photo.mm_per_pixel;
  return [
    (crack.length * scale).toFixed(0),
    (crack.width * scale).toFixed(mm ? 2 : 1),
    crack.probability === null ? "–" : Math.round(100 * crack.probability) + " %",
  ];
}

function showPhoto() {
  const unit = photo.mm_per_pixel ? "mm" : "px";
  $("name").textContent = photo.name;
  document.title = photo.name + " – review";
  $("status").textContent = TEXT[photo.status] + (photo.by ? ` · ${photo.by}` : "");
  $("undo").disabled = !photo.undo;
  $("redo").disabled = !photo.redo;
  $("done").textContent = photo.status === "reviewed" ? "Next →" : "Reviewed, next →";
  const accepted = photo.cracks.filter(c => !c.rejected);
  const scale = photo.mm_per_pixel || 1;
  const total = accepted.reduce((sum, c) => sum + c.length, 0) * scale;
  const {rejected, added} = photo.changes;
  $("summary").textContent = `${accepted.length} crack${accepted.length === 1 ? "" : "s"}, ${total.toFixed(0)} ${unit}` +
    (rejected || added ? ` · ${rejected} rejected, ${added} traced` : "") +
    (photo.specks ? ` · ${photo.specks} speck${photo.specks === 1 ? "" : "s"} below the minimum length` : "");
  const heads = ["", `length, ${unit}`, `width, ${unit}`, "prob.", ""];
  const head = document.createElement("tr");
  head.append(...heads.map(text => Object.assign(document.createElement("th"), {textContent: text})));
  document.querySelector("#table thead").replaceChildren(head);
  const rows = photo.cracks.map((crack, i) => {
    const row = document.createElement("tr");
    row.className = crack.rejected ? "rejected" : "";
    row.append(...[i + 1, ...measures(crack)].map(text => Object.assign(document.createElement("td"), {textContent: text})));
    const button = Object.assign(document.createElement("button"), {textContent: crack.rejected ? "Restore" : "Reject"});
    button.onclick = event => { event.stopPropagation(); act({do: "toggle", at: middle(crack), reach: 0}); };
    const cell = document.createElement("td");
    cell.append(button);
    row.append(cell);
    row.onclick = () => focus(crack);
    return row;
  });
  document.querySelector("#table tbody").replaceChildren(...rows);
  showUnit();
  const {status, revision} = photo;
  Object.assign(document.body.dataset, {name: photo.name, status, revision});
}

const middle = crack => [crack.at[0] + 0.5, crack.at[1] + 0.5];
const showUnit = () => {
  $("unit").textContent = $("measure").value === "probability" ? "%" : photo?.mm_per_pixel ? "mm" : "px";
};

// ---- picture ------------------------------------------------------------------------------------------------------

const tiles = new Map(); // address without version -> {image, version, ready}
const versions = new Map(); // of the marks' tiles

function outdate(changed) {
  // Tiles of the marks are loaded again where the marks have changed; the old ones are shown until then.
  for (const [key, tile] of tiles) {
    if (tile.kind !== "marks") continue;
    const side = photo.tile * 2 ** tile.level, left = tile.column * side, top = tile.row * side;
    const inside = !changed || changed[0] < left + side && changed[2] > left && changed[1] < top + side && changed[3] > top;
    if (inside) versions.set(key, photo.revision);
  }
}

function tileOf(kind, level, column, row) {
  const key = `tile/${kind}/${level}/${column}/${row}?name=${encodeURIComponent(photo.name)}`;
  const version = kind === "marks" ? versions.get(key) ?? photo.revision : 0;
  let tile = tiles.get(key);
  if (!tile) tiles.set(key, tile = {kind, level, column, row, image: null, wanted: null, loaded: null});
  if (kind === "marks" && !versions.has(key)) versions.set(key, version);
  if (tile.wanted !== version) {
    tile.wanted = version;
    const image = new Image();
    image.onload = () => { if (tile.wanted === version) { Object.assign(tile, {image, loaded: version}); draw(); } };
    image.onerror = () => { if (tile.wanted === version) setTimeout(() => { tile.wanted = null; draw(); }, 2000); };
    image.src = `${key}&v=${version}`;
  }
  return tile;
}

function resize() {
  const {width, height} = canvas.getBoundingClientRect();
  const ratio = devicePixelRatio || 1;
  canvas.width = Math.max(1, Math.round(width * ratio));
  canvas.height = Math.max(1, Math.round(height * ratio));
  draw();
}

function fit() {
  if (!photo) return;
  const {width, height} = canvas.getBoundingClientRect();
  view.zoom = Math.min(width / photo.width, height / photo.height) * 0.98;
  view.x = photo.width / 2 - width / 2 / view.zoom;
  view.y = photo.height / 2 - height / 2 / view.zoom;
  draw();
}

function zoomAt(factor, screenX, screenY) {
  const {width, height} = canvas.getBoundingClientRect();
  const [sx, sy] = [screenX ?? width / 2, screenY ?? height / 2];
  const whole = Math.min(width / photo.width, height / photo.height);
  const zoom = Math.min(Math.max(view.zoom * factor, whole / 2), 24);
  view.x += sx / view.zoom - sx / zoom;
  view.y += sy / view.zoom - sy / zoom;
  view.zoom = zoom;
  draw();
}

function focus(crack) {
  const {width, height} = canvas.getBoundingClientRect();
  const [left, top, right, bottom] = crack.box;
  view.zoom = Math.min(3, 0.7 * width / Math.max(right - left, 60), 0.7 * height / Math.max(bottom - top, 60));
  view.x = (left + right) / 2 - width / 2 / view.zoom;
  view.y = (top + bottom) / 2 - height / 2 / view.zoom;
  focused = crack;
  draw();
}

let planned = false;
function draw() {
  if (planned) return;
  planned = true;
  requestAnimationFrame(() => { planned = false; if (photo) paint(); });
}

function paint() {
  const ratio = canvas.width / canvas.getBoundingClientRect().width;
  pen.setTransform(1, 0, 0, 1, 0, 0);
  pen.fillStyle = "#2b3036";
  pen.fillRect(0, 0, canvas.width, canvas.height);
  const scale = view.zoom * ratio;
  pen.setTransform(scale, 0, 0, scale, -view.x * scale, -view.y * scale);
  pen.imageSmoothingEnabled = scale < 3;
  const coarsest = Math.max(0, Math.ceil(Math.log2(Math.max(photo.width, photo.height) / photo.tile / 2)));
  const level = Math.min(coarsest, Math.max(0, Math.floor(Math.log2(1 / scale) + 0.3)));
  document.body.dataset.level = level;
  let complete = true;
  if (level < coarsest) paintLevel("picture", coarsest, scale); // shown until the finer tiles are there
  complete = paintLevel("picture", level, scale) && complete;
  if (shown) complete = paintLevel("marks", level, scale) && complete;
  document.body.dataset.complete = complete && !waiting;
  if (shown) paintNumbers();
  paintPoints();
}

function paintLevel(kind, level, scale) {
  const side = photo.tile * 2 ** level;
  const right = view.x + canvas.width / scale, bottom = view.y + canvas.height / scale;
  let complete = true;
  for (let row = Math.max(0, Math.floor(view.y / side)); row * side < Math.min(bottom, photo.height); row++) {
    for (let column = Math.max(0, Math.floor(view.x / side)); column * side < Math.min(right, photo.width); column++) {
      const {image, loaded, wanted} = tileOf(kind, level, column, row);
      if (loaded !== wanted) complete = false;
      if (!image) continue;
      const grow = kind === "picture" ? 0.5 / scale : 0; // no seams between the tiles
      pen.drawImage(image, column * side, row * side, image.width * 2 ** level + grow, image.height * 2 ** level + grow);
    }
  }
  return complete;
}

function paintNumbers() {
  const size = 13 / view.zoom;
  pen.font = `600 ${size}px system-ui, sans-serif`;
  pen.textBaseline = "middle";
  photo.cracks.forEach((crack, i) => {
    if (i >= 60 && crack !== focused) return;
    const text = String(i + 1), width = pen.measureText(text).width + 8 / view.zoom;
    const [x, y] = [crack.at[0] + 8 / view.zoom, crack.at[1] - 14 / view.zoom];
    pen.fillStyle = "rgba(255, 255, 255, .92)";
    pen.strokeStyle = crack.rejected ? "#0072b2" : "#d55e00";
    pen.lineWidth = (crack === focused ? 3 : 1.5) / view.zoom;
    pen.beginPath();
    pen.roundRect(x, y - size * 0.7, width, size * 1.4, 4 / view.zoom);
    pen.fill();
    pen.stroke();
    pen.fillStyle = crack.rejected ? "#0072b2" : "#1b1f24";
    pen.fillText(text, x + 4 / view.zoom, y);
  });
}

function paintPoints() {
  if (!points.length) return;
  pen.lineJoin = pen.lineCap = "round";
  pen.beginPath();
  points.forEach(([x, y]) => pen.lineTo(x, y));
  if (points.length === 1) pen.lineTo(...points[0]);
  pen.strokeStyle = tool === "erase" ? "rgba(255, 255, 255, .6)" : "#56b4e9";
  pen.lineWidth = tool === "erase" ? eraserWidth() : 2 / view.zoom;
  pen.stroke();
  if (tool !== "trace" && tool !== "join") return;
  for (const [x, y] of points) {
    pen.beginPath();
    pen.arc(x, y, 5 / view.zoom, 0, 7);
    pen.fillStyle = "#fff";
    pen.fill();
    pen.strokeStyle = "#0072b2";
    pen.lineWidth = 2.5 / view.zoom;
    pen.stroke();
  }
}

// ---- tools --------------------------------------------------------------------------------------------------------

const eraserWidth = () => +$("eraser").value / view.zoom; // as wide on the screen as the slider says
const reach = () => Math.min(500, Math.max(2, (coarse ? 18 : 9) / view.zoom));
let coarse = false; // whether the last touch was a finger

function setTool(name) {
  tool = name;
  points = [];
  showTool();
  draw();
}

function showTool() {
  for (const button of document.querySelectorAll("[data-tool]")) {
    button.setAttribute("aria-pressed", button.dataset.tool === tool);
  }
  $("hint").textContent = HINTS[tool];
  $("trace-options").hidden = tool !== "trace" || !points.length;
  $("finish").disabled = points.length < 2;
  $("erase-options").hidden = tool !== "erase";
  canvas.style.cursor = tool === "select" ? "pointer" : "crosshair";
}

function click(point) {
  if (tool === "select") act({do: "toggle", at: point, reach: reach()});
  else if (tool === "trace") points.push(point);
  else if (tool === "join") {
    points.push(point);
    if (points.length === 2) finish();
  }
  showTool();
  draw();
}

function finish() {
  const request = {
    trace: () => ({do: "trace", clicks: points}),
    join: () => ({do: "join", clicks: points, reach: reach()}),
    erase: () => ({do: "erase", line: points, width: eraserWidth()}),
    split: () => ({do: "split", line: points}),
  }[tool]();
  if (points.length >= (tool === "erase" ? 1 : 2)) act(request).then(draw);
  points = [];
  showTool();
  draw();
}

// ---- pointer: one finger or the left button uses the tool, two fingers or another button move the photograph ---------

const fingers = new Map();
let gesture = null; // {start, moved, drags, distance, centre}
let space = false;

const screenOf = event => {
  const box = canvas.getBoundingClientRect();
  return [event.clientX - box.left, event.clientY - box.top];
};
const toPhoto = ([sx, sy]) => [view.x + sx / view.zoom, view.y + sy / view.zoom];

canvas.addEventListener("pointerdown", event => {
  if (!photo) return;
  canvas.focus({preventScroll: true});
  canvas.setPointerCapture(event.pointerId);
  coarse = event.pointerType === "touch";
  fingers.set(event.pointerId, screenOf(event));
  if (fingers.size > 1) {
    if (tool === "erase" || tool === "split") points = [];
    gesture = {pinch: true};
    return;
  }
  const strokes = tool === "erase" || tool === "split";
  const drags = event.button !== 0 || space || !strokes;
  gesture = {start: screenOf(event), moved: false, drags, clicks: event.button === 0 && !space, strokes: strokes && !drags};
  if (gesture.strokes) points = [toPhoto(gesture.start)];
});

canvas.addEventListener("pointermove", event => {
  const before = fingers.get(event.pointerId);
  if (!before || !gesture) return;
  const now = screenOf(event);
  if (fingers.size === 2) {
    const other = [...fingers].find(([id]) => id !== event.pointerId)[1];
    const spread = (a, b) => Math.hypot(a[0] - b[0], a[1] - b[1]) || 1;
    const centre = [(now[0] + other[0]) / 2, (now[1] + other[1]) / 2];
    view.x -= (now[0] - before[0]) / 2 / view.zoom;
    view.y -= (now[1] - before[1]) / 2 / view.zoom;
    zoomAt(spread(now, other) / spread(before, other), ...centre);
  } else if (!gesture.pinch) {
    if (Math.hypot(now[0] - gesture.start[0], now[1] - gesture.start[1]) > (coarse ? 10 : 4)) gesture.moved = true;
    if (gesture.strokes) points.push(toPhoto(now));
    else if (gesture.moved) {
      view.x -= (now[0] - before[0]) / view.zoom;
      view.y -= (now[1] - before[1]) / view.zoom;
    }
  }
  fingers.set(event.pointerId, now);
  draw();
});

function up(event) {
  if (!fingers.delete(event.pointerId) || !gesture) return;
  if (fingers.size) return;
  const {pinch, strokes, clicks, moved, start} = gesture;
  gesture = null;
  if (pinch || event.type === "pointercancel") { if (strokes) points = []; draw(); return; }
  if (strokes) finish();
  else if (clicks && !moved) click(toPhoto(start));
}
canvas.addEventListener("pointerup", up);
canvas.addEventListener("pointercancel", up);
canvas.addEventListener("contextmenu", event => event.preventDefault());
canvas.addEventListener("dblclick", () => { if (tool === "trace" && points.length > 2) { points.pop(); finish(); } });
canvas.addEventListener("wheel", event => {
  event.preventDefault();
  if (photo) zoomAt(Math.exp(-event.deltaY * (event.ctrlKey ? 0.01 : 0.0015)), ...screenOf(event));
}, {passive: false});

// ---- buttons and keys ---------------------------------------------------------------------------------------------

const showMarks = () => {
  shown = !shown;
  $("marks").setAttribute("aria-pressed", shown);
  draw();
};
const cancel = () => setTool(points.length ? tool : "select");
const done = () => {
  if (tool === "trace" && points.length > 1) finish();
  else if (photo) photo.status === "reviewed" ? step(1, true) || step(1) : setStatus("reviewed");
};

for (const button of document.querySelectorAll("[data-tool]")) {
  button.onclick = () => { setTool(button.dataset.tool); canvas.focus({preventScroll: true}); };
}
$("undo").onclick = () => act({do: "undo"});
$("redo").onclick = () => act({do: "redo"});
$("finish").onclick = finish;
$("cancel").onclick = cancel;
$("done").onclick = done;
$("skip").onclick = () => setStatus("skipped");
$("menu").onclick = () => document.body.classList.toggle("list");
$("zoom-in").onclick = () => photo && zoomAt(1.6);
$("zoom-out").onclick = () => photo && zoomAt(1 / 1.6);
$("fit").onclick = fit;
$("marks").onclick = showMarks;
$("measure").onchange = showUnit;
$("below").onsubmit = event => {
  event.preventDefault();
  const measure = $("measure").value, value = +$("limit").value;
  act({do: "below", measure, limit: measure === "probability" ? value / 100 : value});
};

const KEYS = {
  v: () => setTool("select"), t: () => setTool("trace"), e: () => setTool("erase"), s: () => setTool("split"),
  j: () => setTool("join"), h: showMarks, n: () => step(1), p: () => step(-1), k: () => setStatus("skipped"),
  "+": () => zoomAt(1.6), "=": () => zoomAt(1.6), "-": () => zoomAt(1 / 1.6), 0: fit, Escape: cancel, Enter: done,
};

addEventListener("keydown", event => {
  const typed = event.target.matches("input:not([type=range]), select");
  const pressed = event.target.matches("button, summary, a") && ["Enter", " "].includes(event.key);
  if ((typed && event.key !== "Escape") || pressed) return;
  if (!photo) return;
  const key = event.key.length === 1 ? event.key.toLowerCase() : event.key;
  let run = KEYS[key];
  if (event.ctrlKey || event.metaKey) {
    run = key === "z" ? () => act({do: event.shiftKey ? "redo" : "undo"}) : key === "y" ? () => act({do: "redo"}) : null;
  }
  if (key === " " && event.target === canvas) { space = true; run = () => {}; }
  if (run && !event.altKey) { event.preventDefault(); run(); }
});
addEventListener("keyup", event => { if (event.key === " ") space = false; });

// ---- learning -----------------------------------------------------------------------------------------------------

function duration(seconds) {
  if (seconds < 90) return `${Math.max(1, Math.round(seconds))} s`;
  return seconds < 5400 ? `${Math.round(seconds / 60)} min` : `${(seconds / 3600).toFixed(1)} h`;
}

function showLearning() {
  const tuning = folder.tuning || {};
  const n = folder.photos.filter(p => p.status === "reviewed").length;
  const enough = n >= folder.least;
  $("learn-text").textContent = enough
    ? `${n} photographs are reviewed. A model tuned on them knows this place. Every photograph is tested by a model that was not tuned on it.`
    : `${n} of at least ${folder.least} photographs are reviewed. From about 20 of one place on, tuning is worth it.`;
  $("tune").textContent = `Tune a model on ${n} reviewed photographs`;
  $("tune").disabled = !enough || tuning.state === "running";
  $("learn-bar").hidden = tuning.state !== "running";
  $("learn-bar").firstElementChild.style.width = 100 * (tuning.done || 0) / (tuning.total || 1) + "%";
  const percent = f1 => (100 * f1).toFixed(1) + " %";
  $("learn-result").textContent = {
    running: `${tuning.text || "Starting"}` + (tuning.seconds_left ? `, about ${duration(tuning.seconds_left)} left` : ""),
    failed: `Tuning failed: ${tuning.error}`,
    done: `F1 on ${tuning.photographs} reviewed photographs: ${percent(tuning.before)} before, ${percent(tuning.after)} after tuning (cross-validated).`,
  }[tuning.state] || "";
  $("switch").hidden = tuning.state !== "done" || tuning.switching === "running";
  $("switch").disabled = Boolean(tuning.in_use);
  $("switch").textContent = tuning.in_use ? "The tuned model is in use"
    : "Use the tuned model for the photographs that are to do";
}
$("tune").onclick = () => ask("tune", {}).catch(error => notice("message", error.message)).then(refresh);
$("switch").onclick = () => ask("switch", {}).catch(error => notice("message", error.message)).then(refresh);

// ---- start --------------------------------------------------------------------------------------------------------

new ResizeObserver(resize).observe(canvas);
addEventListener("pagehide", () => navigator.sendBeacon("api/leave", JSON.stringify({window: WINDOW})));
setInterval(refresh, 4000);
showTool();
refresh().then(() => {
  const readable = folder?.photos.filter(p => !p.error) || [];
  const wanted = decodeURIComponent(location.hash.slice(1));
  const first = readable.find(p => p.name === wanted) || readable.find(p => p.status === "todo") || readable[0];
  if (first) open(first.name);
  else notice("message", "This report has no photographs that can be reviewed.");
});
