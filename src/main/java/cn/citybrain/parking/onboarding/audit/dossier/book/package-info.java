/**
 * What a dossier says, in chapters for people and in tables for spreadsheets. Decides what stands where; how it gets on paper is
 * print's.
 */
package cn.citybrain.parking.onboarding.audit.dossier.book;
