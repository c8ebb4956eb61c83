package cn.citybrain.parking.onboarding.process;

import cn.citybrain.parking.onboarding.channel.Channel;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A test that is run once for every {@link Channel} whose people come to sign. */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@ParameterizedTest
@EnumSource(names = {"UNIONPAY", "CITIZENCARD", "ETC", "CMB"})
@interface EachBank {}
