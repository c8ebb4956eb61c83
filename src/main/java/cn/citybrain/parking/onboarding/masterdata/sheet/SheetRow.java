package cn.citybrain.parking.onboarding.masterdata.sheet;

import java.util.Map;

/**
 * A row that says something.
 *
 * @param line in the file, from 1: of an XLSX the row's number, of a CSV the line that the row begins in
 * @param cells by the heading's key; columns that the file does not have are not named
 */
public record SheetRow(int line, Map<String, Cell> cells) {}
