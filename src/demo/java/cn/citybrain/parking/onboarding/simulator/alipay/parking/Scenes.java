package cn.citybrain.parking.onboarding.simulator.alipay.parking;

import cn.citybrain.parking.onboarding.simulator.channel.book.Agreement;
import cn.citybrain.parking.onboarding.simulator.channel.book.Words;
import java.util.LinkedHashMap;
import java.util.Map;

/** How an owner's agreement looks on the wire. */
public final class Scenes {

    static final String ETC_ONLY = "ETC_ONLY";
    static final String ADVANCE_UNKNOWN = "ADVANCE_UNKNOWN";
    static final String CONSULT_FAILED = "CONSULT_FAILED";

    public static final Map<String, Words> WORDS = new LinkedHashMap<>();

    static {
        WORDS.put(Agreement.SIGNED, Words.good("已开通车牌代扣"));
        WORDS.put(Agreement.UNSIGNED, Words.bad("未开通代扣"));
        WORDS.put(Agreement.PAUSED, Words.bad("NSF 校验未通过"));
        WORDS.put(ETC_ONLY, Words.bad("只开通了 ETC 代扣"));
        WORDS.put(ADVANCE_UNKNOWN, Words.waiting("垫资状态未知，请重试"));
        WORDS.put(CONSULT_FAILED, Words.waiting("垫资查询失败，请重试"));
    }

    private Scenes() {}

    static String text(String state) {
        return switch (state) {
            case Agreement.SIGNED -> "ETC_PAY,PLATE_PAY";
            case ETC_ONLY -> "ETC_PAY";
            case Agreement.PAUSED -> "NSF_CHECK_FAILED";
            default -> "NO_AGREEMENT_SCENE";
        };
    }
}
