package cn.citybrain.parking.onboarding.application;

import java.util.Optional;

/**
 * Port: in whose hands a step of an application is. What is entered for a step is of whoever has its task: a colleague's entry
 * would stand in the way of what the holder submits.
 */
public interface HeldSteps {

    /** The steps for which something is stored before they are completed with it. */
    enum Step {
        /** A part of the form, or its correction. */
        FORM,
        /** 配置停车场收款账户. */
        LOTS,
        /** 等待上门签约. */
        VISIT,
        /** 安装设备, 补装设备. */
        DEVICES,
        /** 受理. */
        REVIEW,
        /** 登记签约入网结果. */
        SIGNING_RESULT,
        /** 验收设备. */
        DEVICE_ACCEPTANCE
    }

    /** Why this person may enter nothing for it now, Chinese; empty if its task is theirs. */
    Optional<String> obstacle(String no, Step step, String userId);

    /**
     * Why this person may enter nothing for it now, Chinese; empty unless its task is a colleague's. An operator fills in what
     * nobody has claimed, and what has no task yet.
     */
    Optional<String> colleague(String no, Step step, String userId);

    /** @throws NotAllowed if its task is a colleague's */
    default void requireFree(String no, Step step, String userId) {
        colleague(no, step, userId).ifPresent(why -> {
            throw new NotAllowed(why);
        });
    }

    /** @throws NotAllowed unless its task is theirs */
    default void require(String no, Step step, String userId) {
        obstacle(no, step, userId).ifPresent(why -> {
            throw new NotAllowed(why);
        });
    }
}
