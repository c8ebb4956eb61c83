package cn.citybrain.parking.onboarding.masterdata.lot;

import org.springframework.modulith.NamedInterface;

/**
 * What a lot is to be.
 *
 * @param version that it was read at
 */
@NamedInterface("services")
public record LotChange(LotEntry entry, long version) {}
