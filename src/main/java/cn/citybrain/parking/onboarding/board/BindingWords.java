package cn.citybrain.parking.onboarding.board;

import cn.citybrain.parking.onboarding.merchant.BindingState;

/** States of a lot binding for people. */
final class BindingWords {

    private BindingWords() {}

    static String of(BindingState state) {
        return switch (state) {
            case CONFIGURED -> "渠道注册";
            case REGISTERED -> "渠道已同意";
            case TESTING -> "测试中";
            case LIVE -> "正式接入";
            case SUSPENDED -> "已暂停";
            case WITHDRAWN -> "已撤回";
        };
    }
}
