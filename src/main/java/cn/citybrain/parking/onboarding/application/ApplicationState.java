package cn.citybrain.parking.onboarding.application;

import static java.util.Map.entry;

import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/** Life of an application. */
public enum ApplicationState {
    /** The operator fills it in. */
    DRAFT("草稿"),

    /** Its process has begun, and a part of it is to be filled in. */
    FILLING("待填写"),
    /** Waits for 受理. */
    SUBMITTED("待受理"),
    /** Returned with remarks; only the flagged fields are open. */
    RETURNED("退回更正"),
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
    /** 接入完成: every lot is live. */
    DONE("接入完成"),
    /** Some lots are live; the channel refused the others, or they were withdrawn. */
    PARTLY_DONE("部分接入"),
    /** No lot is live, and the channel refused at least one. */
    LOTS_REFUSED("渠道未同意"),
    /** 未受理: refused by the operating company. */
    REFUSED("未受理"),
    /** Closed by the channel for good. Before version 2 of the models such an application was {@link #REFUSED}. */
    CHANNEL_CLOSED("渠道终止"),
    /** 已撤回. */
    WITHDRAWN("已撤回"),
    /** Forgotten: for weeks nobody changed what the operator was to fill in or to correct. */
    EXPIRED("已过期"),
    /** A draft that its operator gave up before anything of it was submitted: nobody else ever had it. */
    DISCARDED("已丢弃");

    private static final Map<ApplicationState, Set<ApplicationState>> NEXT = Map.ofEntries(
            entry(DRAFT, EnumSet.of(FILLING, SUBMITTED, WITHDRAWN, DISCARDED)),
            entry(FILLING, EnumSet.of(SUBMITTED, WITHDRAWN, EXPIRED, DISCARDED)),
            entry(SUBMITTED, EnumSet.of(FILLING, ACCEPTED, RETURNED, CHANNEL_REFUSED, REFUSED, WITHDRAWN)),
            entry(RETURNED, EnumSet.of(SUBMITTED, REFUSED, WITHDRAWN, EXPIRED)),
            entry(ACCEPTED, EnumSet.of(FILLING, CHANNEL_REVIEW, CHANNEL_REFUSED, BINDING, CHANNEL_CLOSED, WITHDRAWN)),
            entry(
                    CHANNEL_REVIEW,
                    EnumSet.of(FILLING, CHANNEL_REVIEW, CHANNEL_REFUSED, BINDING, CHANNEL_CLOSED, WITHDRAWN)),
            entry(
                    CHANNEL_REFUSED,
                    EnumSet.of(
                            CHANNEL_REFUSED,
                            SUBMITTED,
                            ACCEPTED,
                            RETURNED,
                            REFUSED,
                            CHANNEL_CLOSED,
                            WITHDRAWN,
                            EXPIRED)),
            entry(BINDING, EnumSet.of(TESTING, CHANNEL_REFUSED, CHANNEL_CLOSED, WITHDRAWN)),
            entry(TESTING, EnumSet.of(DONE, PARTLY_DONE, LOTS_REFUSED, WITHDRAWN)));

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

    /** Whether the lots of an application in this state are not bound yet: what it has are intentions. */
    public boolean comesBeforeLots() {
        return !isFinal() && this != TESTING;
    }

    public boolean leadsTo(ApplicationState next) {
        return NEXT.getOrDefault(this, Set.of()).contains(next);
    }
}
