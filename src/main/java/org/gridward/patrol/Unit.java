package org.gridward.patrol;

/**
 * A patrol unit: one or two people, a vehicle or a vessel that sends one track.
 *
 * @param code unique name, 1 to 80 characters
 * @param gridCode the grid it walks as a rule, of any layer; null when it has none
 */
public record Unit(String code, String nameZh, String nameEn, String gridCode, UnitKind kind) {}
