package cn.citybrain.parking.onboarding.channel.wechatpay;

import static org.assertj.core.api.Assertions.assertThat;

import cn.citybrain.parking.onboarding.OnboardingTest;
import cn.citybrain.parking.onboarding.channel.Channel;
import cn.citybrain.parking.onboarding.channel.account.ReviewResult;
import cn.citybrain.parking.onboarding.channel.adapter.ChannelAdapters;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;

/** The adapter as the application has it. */
@OnboardingTest
class WechatPayWiringTest {

    @Autowired
    ChannelAdapters adapters;

    @Test
    void theApplicationTalksToTheSimulatorThatStartedWithIt() {
        assertThat(adapters.of(Channel.WECHATPAY).accounts().review("WX00000000"))
                .isInstanceOf(ReviewResult.Closed.class);
    }

    @Test
    void theSdkLogsNothing() {
        assertThat(LoggerFactory.getLogger("com.wechat.pay.java.core.http").isErrorEnabled())
                .isFalse();
    }
}
