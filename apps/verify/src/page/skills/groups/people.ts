/** Skills of working with people, of business and of projects; a line is a group, as in software.ts. */
export const PEOPLE = `
Communication = Communication skills > Public speaking; Business writing; Active listening; Interpersonal communication
Public speaking = Presenting = Presentation skills = Giving presentations = Rhetoric
Active listening = Listening skills
Business writing = Professional writing > Report writing; E-mail writing
Teamwork = Team work = Collaboration = Working in teams = Teamfähigkeit
Leadership = Team leadership = Leading teams = Leading people > Coaching employees; Delegation; People management
People management = Managing people = Staff management = Personnel management
Coaching = Mentoring > Coaching employees
Conflict resolution = Conflict management = Mediation
Negotiation = Negotiating > Contract negotiation; Sales negotiation
Time management = Self-management = Managing time
Problem solving = Problem-solving = Complex problem solving > Root cause analysis; Troubleshooting
Critical thinking = Critical analysis
Creativity = Creative thinking > Brainstorming; Design thinking
Decision making = Decision-making
Emotional intelligence = Emotional competence
Intercultural competence = Cross-cultural communication = Cultural awareness
Facilitation = Workshop facilitation = Moderation of workshops
Project management = Managing projects = Project manager = Projektmanagement > Agile project management; PRINCE2; PMP; Project planning; Scrum
Project planning = Project scheduling > Gantt charts; Critical path method
PRINCE2
PMP = Project Management Professional
Agile = Agile methods = Agile development = Agile project management > Scrum; Kanban; SAFe framework; User stories
Scrum = Scrum framework = Scrum master > Sprint planning; Product backlog management
Kanban = Kanban method
Jira = Atlassian Jira
Product management = Product owner = Product ownership > Product roadmapping; User stories; Product discovery
Requirements engineering = Requirements analysis = Requirements elicitation > User stories; Use cases
Business analysis = Business analyst > Process modelling; Requirements analysis; SWOT analysis
Process modelling = BPMN = Business process modelling
Process improvement = Process optimisation > Lean management; Six Sigma; Kaizen
Lean management = Lean manufacturing = Lean thinking > Kaizen; 5S method
Six Sigma = Lean Six Sigma
Change management = Organisational change
Stakeholder management = Stakeholder engagement
Strategy = Strategic planning = Business strategy > SWOT analysis; Balanced scorecard
Entrepreneurship = Starting a business = Business founding > Business model canvas; Pitching investors
Business model canvas = Business modelling
Innovation management = Innovation process
Quality management = QM = Quality control > ISO 9001; Six Sigma
ISO 9001 = Quality management systems
Supply chain management = SCM = Supply chain > Logistics; Procurement; Inventory management
Logistics = Logistics management > Warehouse management; Transport planning
Procurement = Purchasing = Sourcing
Inventory management = Stock control
Accounting = Bookkeeping = Financial accounting > Double-entry bookkeeping; Payroll; IFRS
Controlling = Management accounting = Cost accounting
Finance = Financial management = Corporate finance > Financial analysis; Budgeting; Financial modelling
Financial analysis = Financial statement analysis
Financial modelling = Financial models
Budgeting = Budget planning
Taxation = Tax law
Payroll = Payroll accounting
Auditing = Internal audit
Economics = Microeconomics and macroeconomics > Microeconomics; Macroeconomics; Econometrics
SAP = SAP ERP = SAP S/4HANA > SAP FI; SAP ABAP
Human resources = HR = HR management > Recruiting; Payroll; Personnel development
Recruiting = Recruitment = Talent acquisition = Hiring > Job interviewing; Active sourcing
Employment law = Labour law
Contract law = Contracts
Business law = Commercial law > Contract law; Company law
Sales = Selling = Sales skills > B2B sales; Sales negotiation; Cold calling; Account management
Account management = Key account management
Customer service = Customer support = Customer care = Client service > Complaint handling; Call centre work
Customer relationship management = CRM > Salesforce; HubSpot CRM
Salesforce = Salesforce CRM
Event management = Event planning
Office administration = Office management = Administrative skills > Microsoft Office; Scheduling meetings
Microsoft Office = MS Office = Microsoft 365 = Office 365 > Microsoft Word; Microsoft Excel; Microsoft PowerPoint
Microsoft PowerPoint = PowerPoint
Microsoft Word = MS Word
Teaching = Instruction = Pedagogy = Didactics > Classroom management; Lesson planning; E-learning design
Training = Train the trainer = Adult education
Instructional design = E-learning design = Learning design
Sustainability = Sustainable development > Life cycle assessment; Circular economy; ESG reporting
`;
