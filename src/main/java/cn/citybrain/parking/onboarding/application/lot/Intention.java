package cn.citybrain.parking.onboarding.application.lot;

import cn.citybrain.parking.onboarding.application.ApplicationState;
import org.springframework.modulith.NamedInterface;

/**
 * A lot that an application is meant for, before it is bound.
 *
 * @param begun whether the application's process has begun; before that it is its own company's alone
 * @param draft whether nothing of the application was submitted yet
 */
@NamedInterface("services")
public record Intention(
        String lotCode,
        String applicationNo,
        String channel,
        String tenantId,
        ApplicationState state,
        boolean begun,
        boolean draft) {}
