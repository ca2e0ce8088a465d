package org.gridward.dispatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.gridward.GridwardIT;
import org.gridward.TestApi;
import org.gridward.TestTown;
import org.gridward.grid.Editions;
import org.gridward.grid.GridMap;
import org.gridward.grid.Layers;
import org.gridward.place.NewPlace;
import org.gridward.place.Places;
import org.gridward.platform.Problem;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

@GridwardIT
class ExampleCommandIT {

    @Autowired
    ApplicationContext context;

    @Autowired
    Layers layers;

    @Autowired
    Editions editions;

    @Autowired
    GridMap map;

    @Autowired
    Places places;

    @Autowired
    ExampleCommand command;

    @LocalServerPort
    int port;

    @Test
    void printsTheGridsTheReasonAndTheDeadlineOfARealReport() throws Exception {
        TestTown.adopt(layers, editions, map);
        TestApi.of(context);
        places.create(new NewPlace("BOARD-E", "notice-board", "公示牌", "Board", 122.135, 30.035, Map.of()));
        String printed = print(
                List.of("--url", "http://127.0.0.1:" + port, "--user", "dispatcher", "--password", TestApi.PASSWORD));
        assertThat(printed).contains("BOARD-E", TestTown.micro(3, 3), " v2: ", "CLOSE by 20", "ms to decide");
    }

    @Test
    void refusesAnOptionThatItDoesNotKnow() {
        assertThatThrownBy(() -> command.run(List.of("--shout")))
                .isInstanceOf(Problem.class)
                .hasMessageContaining("--shout");
    }

    private String print(List<String> args) throws Exception {
        PrintStream before = System.out;
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
        try {
            assertThat(command.run(args)).isZero();
        } finally {
            System.setOut(before);
        }
        return printed.toString(StandardCharsets.UTF_8);
    }
}
