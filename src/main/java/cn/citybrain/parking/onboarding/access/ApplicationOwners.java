package cn.citybrain.parking.onboarding.access;

import java.util.Optional;

/** Port: what access must know of an application to give its process to the right tenant. */
public interface ApplicationOwners {

    /** The tenant of the merchant that an application belongs to; empty when there is no such application. */
    Optional<String> tenantOf(String applicationNo);
}
