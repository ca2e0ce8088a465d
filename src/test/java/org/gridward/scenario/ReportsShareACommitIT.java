package org.gridward.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
import java.util.UUID;
import org.gridward.GridwardIT;
import org.gridward.TestApi;
import org.gridward.TestTown;
import org.gridward.grid.Editions;
import org.gridward.grid.GridMap;
import org.gridward.grid.Layers;
import org.gridward.responsibility.Teams;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** Guards the speed of intake: a report reads nothing from the database and only adds rows, whoever listens to it. */
@GridwardIT
class ReportsShareACommitIT {

    private static final int REPORTS = 5;

    @Autowired
    ApplicationContext context;

    @Autowired
    MeterRegistry meters;

    private TestApi dispatcher;

    @BeforeEach
    void adoptTheTown() {
        TestTown.adopt(context.getBean(Layers.class), context.getBean(Editions.class), context.getBean(GridMap.class));
        context.getBean(Teams.class).load(TestTeams.all());
        dispatcher = TestApi.of(context).as("dispatcher");
    }

    @Test
    void aReportOnlyAddsRowsAndSoMayShareItsCommit() {
        report();
        double before = shared();
        for (int i = 0; i < REPORTS; i++) {
            report();
        }
        assertThat(shared() - before).isEqualTo(REPORTS);
    }

    private void report() {
        assertThat(dispatcher
                        .post(
                                "/api/v1/incidents",
                                "{\"category\":\"noise\",\"description\":\"A fan\",\"channel\":\"PHONE\","
                                        + "\"location\":{\"lon\":122.115,\"lat\":30.015}}",
                                "Idempotency-Key",
                                UUID.randomUUID().toString())
                        .status())
                .isEqualTo(201);
    }

    private double shared() {
        return meters.counter("gridward.commits.transactions").count();
    }
}
