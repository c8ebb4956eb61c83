/**
 * What a row of a file means beside what is kept: for each kind of record its columns, its checks, and how it is written. Knows
 * the rooms that keep the records, and nothing of files, uploads or web calls.
 */
package cn.citybrain.parking.onboarding.masterdata.register;
