/** What of the timeline stands in our own tables, a class for each kind of record. Every one reads in a fixed number of statements and changes nothing. */
package cn.citybrain.parking.onboarding.audit.record;
