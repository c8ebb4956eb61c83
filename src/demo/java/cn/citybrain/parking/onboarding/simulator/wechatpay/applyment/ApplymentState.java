package cn.citybrain.parking.onboarding.simulator.wechatpay.applyment;

import cn.citybrain.parking.onboarding.simulator.channel.book.Application;
import cn.citybrain.parking.onboarding.simulator.channel.book.Words;
import java.util.Map;

/** States of an application, in WeChat Pay's spelling. */
public enum ApplymentState {
    EDITTING(Words.waiting("编辑中")),
    AUDITING(Words.waiting("审核中")),
    REJECTED(Words.bad("已驳回")),
    TO_BE_CONFIRMED(Words.waiting("待账户验证")),
    TO_BE_SIGNED(Words.waiting("待签约")),
    SIGNING(Words.waiting("开通权限中")),
    FINISHED(Words.good("已完成")),
    CANCELED(Words.bad("已作废"));

    private final Words words;

    ApplymentState(Words words) {
        this.words = words;
    }

    /** As on the wire. */
    String code() {
        return "APPLYMENT_STATE_" + name();
    }

    /** For people. */
    public Words words() {
        return words;
    }

    /** All of them, for people. */
    public static Map<String, Words> all() {
        return Words.all(values(), ApplymentState::words);
    }

    static ApplymentState of(Application application) {
        return valueOf(application.state());
    }
}
