"""SmartRecruiters, Customer API."""
