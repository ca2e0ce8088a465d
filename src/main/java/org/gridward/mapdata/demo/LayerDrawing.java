package org.gridward.mapdata.demo;

import java.util.List;

/**
 * One edition of one layer.
 *
 * @param partition whether its grids fill their parents without gap and overlap
 * @param parent the parent layer's code, or null
 * @param daysBefore how many days before the end of the story it comes into force
 */
record LayerDrawing(
        String layer,
        boolean partition,
        String parent,
        String nameZh,
        String nameEn,
        int daysBefore,
        List<GridDrawing> grids) {}
