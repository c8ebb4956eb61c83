package cn.citybrain.parking.onboarding.masterdata.lot;

import java.time.LocalDate;
import org.springframework.modulith.NamedInterface;

/**
 * The vendor that a lot is to have from a day on, Asia/Shanghai.
 *
 * @param group empty: it is to have none
 * @param by user id of who chose so
 */
@NamedInterface("services")
public record VendorPlan(long lotId, String lotCode, String group, LocalDate from, String by) {}
