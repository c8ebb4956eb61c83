/**
 * Files of spreadsheets, CSV and XLSX, read into one form and written from it. Knows what spreadsheets do to codes, phones and
 * dates, and nothing of what the columns mean.
 */
package cn.citybrain.parking.onboarding.masterdata.sheet;
