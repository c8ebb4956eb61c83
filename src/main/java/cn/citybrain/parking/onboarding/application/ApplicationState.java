package cn.citybrain.parking.onboarding.application;

import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/** Life of an application. */
public enum ApplicationState {
    /** The operator fills it in. */
    DRAFT("草稿"),
    /** Waits for 受理. */
    SUBMITTED("待受理"),
    /** Returned with remarks; only the flagged fields are open. */
    RETURNED("已退回修改"),
    /** 已受理; on its way to the channel. */
    ACCEPTED("已受理"),
    /** With the channel. */
    CHANNEL_REVIEW("渠道审核中"),
    /** Refused by the channel: with reasons per field it is open for correction, without it waits for somebody to find out. */
    CHANNEL_REFUSED("渠道退回"),
    /** The operator picks the lots. */
    BINDING("配置停车场"),
    /** The lots are in their test gates. */
    TESTING("对接测试"),
    /** 接入完成. */
    DONE("接入完成"),
    /** 未受理, or closed by the channel for good. */
    REFUSED("未受理"),
    /** 已撤回. */
    WITHDRAWN("已撤回");

    private static final Map<ApplicationState, Set<ApplicationState>> NEXT = Map.of(
            DRAFT, EnumSet.of(SUBMITTED, WITHDRAWN),
            SUBMITTED, EnumSet.of(ACCEPTED, RETURNED, REFUSED, WITHDRAWN),
            RETURNED, EnumSet.of(SUBMITTED, REFUSED, WITHDRAWN),
            ACCEPTED, EnumSet.of(CHANNEL_REVIEW, CHANNEL_REFUSED, BINDING, REFUSED, WITHDRAWN),
            CHANNEL_REVIEW, EnumSet.of(CHANNEL_REVIEW, CHANNEL_REFUSED, BINDING, REFUSED, WITHDRAWN),
            CHANNEL_REFUSED, EnumSet.of(CHANNEL_REFUSED, SUBMITTED, ACCEPTED, RETURNED, REFUSED, WITHDRAWN),
            BINDING, EnumSet.of(TESTING, WITHDRAWN),
            TESTING, EnumSet.of(DONE, WITHDRAWN));

    private final String title;

    ApplicationState(String title) {
        this.title = title;
    }

    /** Chinese name. */
    public String title() {
        return title;
    }

    /** Whether nothing can follow. */
    public boolean isFinal() {
        return !NEXT.containsKey(this);
    }

    boolean leadsTo(ApplicationState next) {
        return NEXT.getOrDefault(this, Set.of()).contains(next);
    }
}
