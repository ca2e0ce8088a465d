package org.gridward.incident;

import java.util.List;

/** The gap, overlap or joint area that an incident lies in; provisional while the register has no name for it. */
public record FaceNamed(String kind, String id, String layer, List<String> codes, boolean provisional) {}
