package org.gridward.grid;

import java.util.List;

/**
 * All that is known of one code: its versions by time, the steps that name it, the codes its ground came from and went to,
 * through any number of steps, nearest first.
 */
public record GridHistory(
        String code,
        List<GridVersion> versions,
        List<LineageEvent> steps,
        List<String> ancestors,
        List<String> heirs) {}
