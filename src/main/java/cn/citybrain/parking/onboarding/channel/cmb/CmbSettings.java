package cn.citybrain.parking.onboarding.channel.cmb;

import cn.citybrain.parking.onboarding.channel.Channel;
import cn.citybrain.parking.onboarding.channel.wire.CallbackAddress;
import cn.citybrain.parking.onboarding.channel.wire.Deadlines;
import cn.citybrain.parking.onboarding.words.KeyText;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.core.io.Resource;

/**
 * The platform's account at the bank.
 *
 * @param baseUrl before {@code /polypay}; test and production differ in host and port
 * @param appId given by the bank
 * @param secret goes into the header digest, never over the wire
 * @param privateKey ours, SM2, 64 hex digits
 * @param bankPublicKey the bank's, SM2, SubjectPublicKeyInfo in Base64
 * @param authAppid the WeChat app under which owners authorised the debits; the bank demands it where vehicles are concerned
 * @param deviceIp address that debits name as their origin
 * @param notifyBaseUrl where the bank reaches us; {@code /callbacks/cmb/…} is added
 */
@ConfigurationProperties("onboarding.channels.cmb")
record CmbSettings(
        String baseUrl,
        String appId,
        String secret,
        Resource privateKey,
        Resource bankPublicKey,
        String authAppid,
        @DefaultValue("127.0.0.1") String deviceIp,
        String notifyBaseUrl,
        @DefaultValue Deadlines deadlines) {

    CmbSettings {
        secret = KeyText.secret(secret);
    }

    String notifyUrl(String kind) {
        return CallbackAddress.of(notifyBaseUrl, Channel.CMB, "/" + kind);
    }

    /** Keys and secrets stay out of logs. */
    @Override
    public String toString() {
        return "CmbSettings[appId=" + appId + "]";
    }
}
