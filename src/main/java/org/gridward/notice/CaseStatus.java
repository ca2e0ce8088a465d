package org.gridward.notice;

import java.util.Arrays;

/** How a case stands in words that its reporter understands; step is how far it is, 1 to 5, 0 where that says nothing. */
public enum CaseStatus {
    RECEIVED(1, "已收到，正在分派", "Received; it is being assigned", "REPORTED"),
    ASSIGNED(2, "已派单，等待接单", "Assigned; somebody will take it on", "DISPATCHED"),
    IN_WORK(3, "已接单，正在处理", "Somebody is working on it", "ACCEPTED"),
    ON_SITE(3, "处理人员已到现场", "Somebody is on the spot", "ARRIVED"),
    DONE(4, "现场已处理，即将答复", "Dealt with; an answer follows", "FINISHED"),
    ANSWERED(4, "已答复，等待办结", "Answered; it will be closed", "FED_BACK"),
    CLOSED(5, "已办结", "Closed", "CLOSED"),
    WITHDRAWN(0, "已作废", "Not taken up", "VOID", "MERGED");

    private final int step;
    private final String zh;
    private final String en;
    private final String[] states;

    CaseStatus(int step, String zh, String en, String... states) {
        this.step = step;
        this.zh = zh;
        this.en = en;
        this.states = states;
    }

    static CaseStatus of(String state) {
        return Arrays.stream(values())
                .filter(status -> Arrays.asList(status.states).contains(state))
                .findFirst()
                .orElse(IN_WORK);
    }

    public int step() {
        return step;
    }

    public String zh() {
        return zh;
    }

    public String en() {
        return en;
    }
}
