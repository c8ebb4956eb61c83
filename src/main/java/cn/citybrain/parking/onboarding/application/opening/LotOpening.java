package cn.citybrain.parking.onboarding.application.opening;

import java.util.Map;
import org.springframework.modulith.NamedInterface;

/**
 * A lot that an application can be meant for.
 *
 * @param obstacles why not, Chinese, by code of the channel; what is not named is open
 * @param notes what to know besides, Chinese, by code of the channel
 */
@NamedInterface("services")
public record LotOpening(
        String code, String name, String address, Map<String, String> obstacles, Map<String, String> notes) {}
