/** The rows of a list answer, whether the server sends a bare array or wraps it under a name beside its cursor. */
export function rows(data, name) {
  if (Array.isArray(data)) return data;
  return (data && (data[name] || data.items)) || [];
}
