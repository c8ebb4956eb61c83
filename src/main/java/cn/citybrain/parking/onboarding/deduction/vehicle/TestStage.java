package cn.citybrain.parking.onboarding.deduction.vehicle;

import cn.citybrain.parking.onboarding.channel.Channel;
import cn.citybrain.parking.onboarding.merchant.BindingState;
import cn.citybrain.parking.onboarding.merchant.LotBinding;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/** Whether a lot is under test at a channel, and what its system is told if it is not. */
public final class TestStage {

    public static final String ELSEWHERE = "账单请提交到智停平台正式环境";

    private static final Set<BindingState> OVER =
            EnumSet.of(BindingState.LIVE, BindingState.SUSPENDED, BindingState.WITHDRAWN);

    private TestStage() {}

    /** Why a bill cannot be taken in; empty while the lot is under test. */
    public static Optional<String> obstacle(LotBinding binding) {
        String what = "本停车场的" + Channel.of(binding.channel()).displayName();
        return switch (binding.state()) {
            case TESTING ->
                binding.withdrawalRequestedAt() == null ? Optional.empty() : Optional.of(what + "接入正在撤回，不再测试扣款");
            case LIVE, SUSPENDED -> Optional.of(what + "已正式接入，本环境只做接入测试，" + ELSEWHERE);
            case WITHDRAWN -> Optional.of(what + "接入已撤回，不再测试扣款");
            case CONFIGURED, REGISTERED -> Optional.of(what + "在渠道的注册还没有办完，尚未开始测试，请待测试开始后再发起");
        };
    }

    /** No gate will look at a record of this lot any more. */
    public static boolean over(LotBinding binding) {
        return OVER.contains(binding.state());
    }
}
