"""The timeline: one widget that paints lanes, marks and axis, and moves under the pointer."""
