/** Skills of design, media, languages, care and crafts; a line is a group, as in software.ts. */
export const CRAFTS = `
User experience design = UX design = UX = User experience > Usability testing; Wireframing; Interaction design; User research; Information architecture
User interface design = UI design = Interface design > Figma; Design systems; Prototyping
UI/UX = UX/UI design = UI/UX design > User experience design; User interface design; Figma; Wireframing
User research = UX research > Usability testing; Interviewing users; Card sorting
Usability testing = User testing = Usability
Wireframing = Wireframes
Prototyping = Rapid prototyping
Interaction design = IxD
Information architecture = Content structuring
Design thinking = Human-centred design = User-centred design
Design systems = Component libraries
Figma
Adobe XD
Sketch app
Graphic design = Visual design = Visual communication > Adobe Photoshop; Adobe Illustrator; Typography; Logo design; Layout design
Adobe Creative Cloud = Adobe Creative Suite > Adobe Photoshop; Adobe Illustrator; Adobe InDesign; Adobe Premiere
Adobe Photoshop = Photoshop
Adobe Illustrator = Illustrator software
Adobe InDesign = InDesign
Image editing = Photo editing > Adobe Photoshop; GIMP
Typography = Type design
Branding = Brand design = Corporate identity > Logo design
Illustration = Digital illustration = Drawing
Animation = Motion design = Motion graphics > Adobe After Effects; 2D animation
Adobe After Effects = After Effects
3D modelling = 3D design > Blender software; Cinema 4D; Autodesk Maya
Blender software = Blender 3D
Photography = Digital photography > Portrait photography; Product photography
Video editing = Video production = Film editing > Adobe Premiere; DaVinci Resolve; Final Cut Pro
Adobe Premiere = Premiere Pro
Audio production = Sound engineering = Audio editing > Music production; Podcast production
Podcasting = Podcast production
Marketing = Marketing strategy > Digital marketing; Content marketing; Market research; Brand management; Social media marketing
Digital marketing = Online marketing = Internet marketing > SEO; Google Ads; Social media marketing; E-mail marketing; Content marketing
SEO = Search engine optimisation = Search engine optimization
Search engine marketing = SEM = Google Ads = Paid search
Social media marketing = Social media management = Social media > Community management; Instagram marketing
E-mail marketing = Email campaigns = Newsletter marketing
Content marketing = Content strategy > Copywriting; Blogging
Copywriting = Writing copy = Advertising copy
Market research = Market analysis
Google Analytics = Web analytics
Public relations = PR work = Media relations > Press releases
Journalism = News writing = Reporting news > Investigative journalism
Technical writing = Technical author
Creative writing = Storytelling > Screenwriting
Editing texts = Proofreading = Copy editing
Content management systems = CMS > WordPress; TYPO3; Drupal
WordPress = WordPress development
E-commerce = Online shops = Online retail > Shopify; WooCommerce; Magento
Translation = Translating > Subtitling; Technical translation
Interpreting = Conference interpreting
English = English language = Business English = Englisch
German = German language = Business German = Deutsch
French = French language = Business French = Französisch
Spanish = Spanish language = Business Spanish = Spanisch
Dutch = Dutch language = Niederländisch
First aid = Erste Hilfe > CPR; Emergency first aid
Nursing = Nursing care = Patient care > Wound care; Geriatric care
Geriatric care = Elderly care = Care of older people
Childcare = Early childhood education > Child protection
Social work = Social care > Case management; Counselling
Counselling = Counseling = Advisory conversations
Psychology = Applied psychology > Cognitive psychology; Organisational psychology
Public health = Health promotion > Epidemiology
Food hygiene = Food safety = HACCP
Cooking = Culinary arts = Food preparation > Pastry making; Baking
Hospitality = Hotel management > Front office work; Housekeeping
Tourism = Tourism management
Occupational safety = Health and safety = Workplace safety = Occupational health and safety
Welding = Metal welding > TIG welding; MIG welding
Machining = CNC machining = CNC programming
Carpentry = Joinery = Woodworking
Electrical installation = Electrical engineering practice
Plumbing = Sanitary installation
Automotive repair = Vehicle maintenance = Car mechanics
Construction management = Site management
Building information modelling = BIM
Forklift driving = Forklift operation
Farming = Agriculture > Crop production; Animal husbandry
Gardening = Horticulture
Energy management = Energy efficiency > Solar installation
Renewable energy > Solar installation; Wind energy technology
`;
