package org.gridward.geometry;

import java.util.List;
import java.util.concurrent.TimeUnit;
import org.gridward.bench.WigglyCity;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** The kernel by itself: nanoseconds a point in a batch and in one call each, and the time to build it. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(
        value = 1,
        jvmArgsAppend = {"-XX:+UseSerialGC", "-XX:+UseTransparentHugePages", "-Xmx3g"})
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
public class GridLocatorBenchmark {

    private static final int POINTS = 1_000_000;
    private static final long SEED = 20_26;

    @Param({"micro", "grid"})
    public String layer;

    private List<GridShape> shapes;
    private GridLocator locator;
    private double[] points;
    private final int[] found = new int[POINTS];

    @Setup(Level.Trial)
    public void draw() {
        WigglyCity city = WigglyCity.of(20_000, 160, SEED);
        shapes = layer.equals("micro") ? city.microGrids() : city.grids();
        locator = GridLocator.build(shapes);
        points = city.points(POINTS, SEED);
    }

    @Benchmark
    @OperationsPerInvocation(POINTS)
    public int[] batch() {
        locator.locate(points, found);
        return found;
    }

    @Benchmark
    @OperationsPerInvocation(POINTS)
    public int oneCallEach() {
        int sum = 0;
        for (int i = 0; i < points.length; i += 2) {
            sum += locator.locate(points[i], points[i + 1]);
        }
        return sum;
    }

    @Benchmark
    public GridLocator build() {
        return GridLocator.build(shapes);
    }
}
