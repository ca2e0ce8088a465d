/**
 * Reads a Mapbox Vector Tile 2.1: { layerName: { extent, features: [{ type, rings, properties }] } },
 * type 1 point, 2 line, 3 polygon; coordinates in tile units; geometry are the commands that the rings are read from when they are
 * asked for. The wire format itself is read by the pbf library.
 */
export function readTile(pbf) {
  return pbf.readFields((tag, layers, reader) => {
    if (tag === 3) {
      const layer = readLayer(reader, reader.readVarint() + reader.pos);
      layers[layer.name] = layer;
    }
  }, {});
}

function readLayer(pbf, end) {
  const raw = pbf.readFields(
    (tag, layer, reader) => {
      if (tag === 1) layer.name = reader.readString();
      else if (tag === 2) layer.raw.push(readFeature(reader, reader.readVarint() + reader.pos));
      else if (tag === 3) layer.keys.push(reader.readString());
      else if (tag === 4) layer.values.push(readValue(reader, reader.readVarint() + reader.pos));
      else if (tag === 5) layer.extent = reader.readVarint();
    },
    { name: "", extent: 4096, keys: [], values: [], raw: [] },
    end,
  );
  const features = raw.raw.map(({ type, tags, geometry }) => {
    let rings = null;
    return {
      type,
      geometry,
      get rings() {
        return (rings ??= decodeGeometry(geometry));
      },
      properties: decodeTags(tags, raw.keys, raw.values),
    };
  });
  return { name: raw.name, extent: raw.extent, features };
}

function readFeature(pbf, end) {
  return pbf.readFields(
    (tag, feature, reader) => {
      if (tag === 2) reader.readPackedVarint(feature.tags);
      else if (tag === 3) feature.type = reader.readVarint();
      else if (tag === 4) reader.readPackedVarint(feature.geometry);
    },
    { type: 0, tags: [], geometry: [] },
    end,
  );
}

function readValue(pbf, end) {
  return pbf.readFields(
    (tag, box, reader) => {
      if (tag === 1) box.value = reader.readString();
      else if (tag === 2) box.value = reader.readFloat();
      else if (tag === 3) box.value = reader.readDouble();
      else if (tag === 4) box.value = reader.readVarint64 ? reader.readVarint64() : reader.readVarint(true);
      else if (tag === 5) box.value = reader.readVarint();
      else if (tag === 6) box.value = reader.readSVarint();
      else if (tag === 7) box.value = reader.readBoolean();
    },
    { value: null },
    end,
  ).value;
}

export function decodeTags(tags, keys, values) {
  const properties = {};
  for (let k = 0; k + 1 < tags.length; k += 2) properties[keys[tags[k]]] = values[tags[k + 1]];
  return properties;
}

/** Move-to, line-to and close-path commands with zigzag deltas, as section 4.3 of the specification says. */
export function decodeGeometry(commands) {
  const rings = [];
  let ring = [];
  let x = 0;
  let y = 0;
  for (let k = 0; k < commands.length;) {
    const command = commands[k] & 7;
    const count = commands[k++] >> 3;
    if (command === 7) {
      if (ring.length) ring.push(ring[0]);
      continue;
    }
    for (let n = 0; n < count && k + 1 < commands.length; n++) {
      x += zigzag(commands[k++]);
      y += zigzag(commands[k++]);
      if (command === 1) {
        ring = [];
        rings.push(ring);
      }
      ring.push([x, y]);
    }
  }
  return rings;
}

export function zigzag(value) {
  return (value >>> 1) ^ -(value & 1);
}
