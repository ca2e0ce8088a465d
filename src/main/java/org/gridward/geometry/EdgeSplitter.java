package org.gridward.geometry;

import java.util.Arrays;

/** Cuts edges at their cuts: orders the cuts of each edge exactly, makes one node of cuts at one place. */
final class EdgeSplitter {

    private final SupportLines lines;
    private final EdgeSet edges;
    private final EdgeCuts cuts;
    private final int[] cutEdge;
    private final int[] cutNode;
    private final int[] order;
    private final int vertices;

    /** Of each vertex and crossing another at the same place with a lower number, or itself. */
    private final int[] same;

    EdgeSplitter(SupportLines lines, EdgeSet edges, EdgeCuts cuts) {
        this.lines = lines;
        this.edges = edges;
        this.cuts = cuts;
        this.cutEdge = cuts.cutEdge();
        this.cutNode = cuts.cutNode();
        this.vertices = lines.x().length;
        this.order = count(cutEdge.length);
        this.same = count(vertices + cuts.first().length);
    }

    NodedBorders split() {
        int[] first = cuts.first();
        int[] second = cuts.second();
        IntSort.sort(order, 0, order.length, (a, b) -> {
            int byEdge = Integer.compare(cutEdge[a], cutEdge[b]);
            return byEdge != 0 ? byEdge : compare(cutEdge[a], cutNode[a], cutNode[b], first, second);
        });
        for (int i = 1; i < order.length; i++) {
            int edge = cutEdge[order[i]];
            int before = cutNode[order[i - 1]];
            int here = cutNode[order[i]];
            if (edge == cutEdge[order[i - 1]] && compare(edge, before, here, first, second) == 0) {
                unite(before, here);
            }
        }
        return noded(first, second);
    }

    /** Compares two cuts of one edge along it. */
    private int compare(int edge, int a, int b, int[] first, int[] second) {
        if (a < vertices && b < vertices || a == b) {
            return Integer.compare(a, b);
        }
        if (a < vertices) {
            return compareVertex(edge, a, other(edge, b, first, second));
        }
        if (b < vertices) {
            return -compareVertex(edge, b, other(edge, a, first, second));
        }
        return lines.compareAlong(edge, other(edge, a, first, second), other(edge, b, first, second));
    }

    /** A vertex in line with the edge comes before a crossing if it lies on the same side of it as the lower end. */
    private int compareVertex(int edge, int vertex, int crossed) {
        int low = lines.from()[edge];
        int side = lines.side(crossed, lines.x()[vertex], lines.y()[vertex]);
        return side == 0 ? 0 : side == lines.side(crossed, lines.x()[low], lines.y()[low]) ? -1 : 1;
    }

    private int other(int edge, int crossing, int[] first, int[] second) {
        int one = first[crossing - vertices];
        return one == edge ? second[crossing - vertices] : one;
    }

    private void unite(int a, int b) {
        int rootA = root(a);
        int rootB = root(b);
        same[Math.max(rootA, rootB)] = Math.min(rootA, rootB);
    }

    private int root(int node) {
        while (same[node] != node) {
            same[node] = same[same[node]];
            node = same[node];
        }
        return node;
    }

    /** Numbers the crossings that remain, and makes the pieces. */
    private NodedBorders noded(int[] first, int[] second) {
        int[] number = new int[same.length];
        int nodes = vertices;
        for (int i = 0; i < same.length; i++) {
            number[i] = i < vertices ? i : root(i) == i ? nodes++ : number[root(i)];
        }
        double[] x = Arrays.copyOf(lines.x(), nodes);
        double[] y = Arrays.copyOf(lines.y(), nodes);
        int[] oneEdge = new int[nodes - vertices];
        int[] otherEdge = new int[nodes - vertices];
        for (int i = vertices; i < same.length; i++) {
            if (same[i] == i) {
                int node = number[i];
                oneEdge[node - vertices] = first[i - vertices];
                otherEdge[node - vertices] = second[i - vertices];
                double[] place = lines.crossing(first[i - vertices], second[i - vertices]);
                x[node] = place[0];
                y[node] = place[1];
            }
        }
        return NodedBorders.over(lines, x, y, oneEdge, otherEdge, pieces(nodes, number));
    }

    private EdgeSet pieces(int nodes, int[] number) {
        EdgeRows rows = new EdgeRows();
        for (int edge = 0, cut = 0; edge < edges.count(); edge++) {
            int from = edges.from()[edge];
            for (boolean last = false; !last; ) {
                last = cut == order.length || cutEdge[order[cut]] != edge;
                int to = last ? edges.to()[edge] : number[cutNode[order[cut++]]];
                for (int use = edges.useStart()[edge]; to != from && use < edges.useStart()[edge + 1]; use++) {
                    rows.add(from, to, edge, edges.uses()[use]);
                }
                from = to;
            }
        }
        return rows.toSet(nodes);
    }

    private static int[] count(int size) {
        int[] numbers = new int[size];
        for (int i = 0; i < size; i++) {
            numbers[i] = i;
        }
        return numbers;
    }
}
