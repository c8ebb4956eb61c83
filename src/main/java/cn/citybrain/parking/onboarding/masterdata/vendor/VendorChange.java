package cn.citybrain.parking.onboarding.masterdata.vendor;

import org.springframework.modulith.NamedInterface;

/**
 * What a vendor is to be.
 *
 * @param version that it was read at
 */
@NamedInterface("services")
public record VendorChange(VendorEntry entry, long version) {}
