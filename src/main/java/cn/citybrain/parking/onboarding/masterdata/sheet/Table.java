package cn.citybrain.parking.onboarding.masterdata.sheet;

import java.util.List;

/**
 * What was read.
 *
 * @param headings those that the file has
 * @param notes what was left aside, in Chinese
 */
public record Table(List<Heading> headings, List<SheetRow> rows, List<String> notes) {}
