package cn.citybrain.parking.onboarding.masterdata.company;

import org.springframework.modulith.NamedInterface;

/**
 * What a company is to be.
 *
 * @param version that it was read at
 */
@NamedInterface("services")
public record CompanyChange(CompanyEntry entry, long version) {}
