package org.gridward.notice;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** What a subscription can ask to hear of, with its words in messages. */
public enum NoticeEvent {
    INCIDENT_REPORTED("IncidentReported", "收到上报", "An incident was reported"),
    INCIDENT_CHANGED("IncidentChanged", "事件有进展", "An incident went on"),
    ASSIGNMENT_OVERDUE("AssignmentOverdue", "时限已过", "A deadline has passed"),
    UNIT_DISPATCHED("UnitDispatched", "任务下达", "A task was given"),
    PROGRESS_POSTED("ProgressPosted", "进度公开", "Progress was posted"),
    BROADCAST_SENT("BroadcastSent", "通知已发布", "A broadcast was sent"),
    BROADCAST_RECALLED("BroadcastRecalled", "通知已撤回", "A broadcast was recalled");

    private final String code;
    private final String zh;
    private final String en;

    NoticeEvent(String code, String zh, String en) {
        this.code = code;
        this.zh = zh;
        this.en = en;
    }

    /** The name in the stream and in subscriptions. */
    public String code() {
        return code;
    }

    public String zh() {
        return zh;
    }

    public String en() {
        return en;
    }

    static Optional<NoticeEvent> find(String code) {
        return Arrays.stream(values()).filter(one -> one.code.equals(code)).findFirst();
    }

    static List<String> codes() {
        return Arrays.stream(values()).map(NoticeEvent::code).toList();
    }
}
