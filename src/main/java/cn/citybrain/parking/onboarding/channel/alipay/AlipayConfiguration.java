package cn.citybrain.parking.onboarding.channel.alipay;

import cn.citybrain.parking.onboarding.channel.Channel;
import cn.citybrain.parking.onboarding.channel.ChannelReferences;
import cn.citybrain.parking.onboarding.channel.adapter.ChannelAdapter;
import cn.citybrain.parking.onboarding.channel.wire.KeyFile;
import cn.citybrain.parking.onboarding.channel.wire.Line;
import cn.citybrain.parking.onboarding.channel.wire.Lines;
import com.alipay.api.AlipayApiException;
import com.alipay.api.AlipayConfig;
import com.alipay.api.DefaultAlipayClient;
import com.alipay.api.internal.util.AlipayLogger;
import java.security.Security;
import java.time.Clock;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Alipay (支付宝): the SDK, set up with our keys, deadlines and without silent repeats; and the parts, put together. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(AlipaySettings.class)
class AlipayConfiguration {

    static final String WEAK_CERTIFICATES = "jdk.certpath.disabledAlgorithms";

    @Bean
    AlipayKeys alipayKeys(AlipaySettings settings) {
        if (settings.real()) {
            KeyFile.refuseDemo(Channel.ALIPAY, settings.privateKey());
        }
        return new AlipayKeys(
                KeyFile.privateKey(Channel.ALIPAY, "private-key", settings.privateKey()),
                KeyFile.publicKey(Channel.ALIPAY, "alipay-public-key", settings.alipayPublicKey()));
    }

    @Bean
    AlipayWire alipayWire(AlipaySettings settings, AlipayKeys keys, Lines lines) {
        Line line = lines.to(Channel.ALIPAY);
        DefaultAlipayClient client = client(settings, keys, line);
        if (client.checkAlipayPublicKey()) {
            throw new IllegalStateException(
                    "onboarding.channels.alipay.alipay-public-key: this is the application's own public key; set Alipay's");
        }
        return new AlipayWire(client, line);
    }

    @Bean
    ChannelAdapter alipayAdapter(
            AlipaySettings settings, AlipayKeys keys, AlipayWire wire, ChannelReferences references, Clock clock) {
        String product = settings.productCode();
        TradeQuery trades = new TradeQuery(wire);
        AlipayVehicles vehicles = new AlipayVehicles(wire);
        return new ChannelAdapter(
                Channel.ALIPAY,
                new AlipayAccounts(
                        wire,
                        new SignForm(settings),
                        new OrderStates(product),
                        new SignStates(wire, product),
                        new Batches(references)),
                new AlipayLots(wire, settings),
                vehicles,
                new AlipayCharges(
                        wire,
                        vehicles,
                        trades,
                        new OrderSync(wire, references),
                        new AlipayRefunds(wire, trades),
                        settings,
                        clock),
                new AlipayCallbacks(keys, settings.appId(), clock));
    }

    private static DefaultAlipayClient client(AlipaySettings settings, AlipayKeys keys, Line line) {
        AlipayConfig config = new AlipayConfig();
        config.setServerUrl(settings.gateway());
        config.setAppId(settings.appId());
        config.setPrivateKey(keys.applicationPrivateKey());
        config.setAlipayPublicKey(keys.alipayPublicKey());
        config.setFormat("json");
        config.setCharset("UTF-8");
        config.setSignType("RSA2");
        config.setCustomizedHttpClient(new GatewayHttp(settings, line));
        return harmless(config);
    }

    /**
     * The SDK's class allows weak certificate algorithms in the whole JVM when it is loaded, and writes whole requests to
     * its log: neither is wanted.
     */
    private static DefaultAlipayClient harmless(AlipayConfig config) {
        String weak = Security.getProperty(WEAK_CERTIFICATES);
        try {
            AlipayLogger.setNeedEnableLogger(false);
            return new DefaultAlipayClient(config);
        } catch (AlipayApiException e) {
            throw new IllegalStateException("onboarding.channels.alipay: " + e.getErrMsg(), e);
        } finally {
            Security.setProperty(WEAK_CERTIFICATES, weak);
        }
    }
}
