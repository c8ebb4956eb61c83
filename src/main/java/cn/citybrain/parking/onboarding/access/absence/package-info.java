/**
 * 代办: who does somebody's tasks while they are away, from day to day. Knows accounts; which tasks those are, and how they go
 * from one to the other, the processes know.
 */
package cn.citybrain.parking.onboarding.access.absence;
